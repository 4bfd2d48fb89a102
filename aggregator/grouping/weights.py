"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 51006 pairs of og2021_dev, allsides_dev, ecbplus_dev.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -3.2637

WEIGHTS = {
    "text": 2.8851,  # +0.57
    "ratio": 3.5064,  # +0.48
    "names": 1.0961,  # +0.72
    "no_names": -0.3813,  # -0.16
    "numbers": 0.4259,  # +0.15
    "clash": -0.8000,  # -0.21, held
    "places": -0.9403,  # -0.27
    "days": -0.8125,  # -1.36
    "nearest": 4.4193,  # +1.31
}
