"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 51006 pairs of og2021_dev, allsides_dev, ecbplus_dev.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -3.2801

WEIGHTS = {
    "text": 2.9124,  # +0.58
    "ratio": 3.5275,  # +0.48
    "names": 1.1002,  # +0.72
    "no_names": -0.3699,  # -0.16
    "numbers": 0.4288,  # +0.15
    "clash": -0.8000,  # -0.21, held
    "places": -0.8665,  # -0.26
    "days": -0.8128,  # -1.36
    "nearest": 4.4160,  # +1.31
}
