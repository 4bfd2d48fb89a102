"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 51021 pairs of og2021_dev, allsides_dev, ecbplus_dev.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -3.7575

WEIGHTS = {
    "text": 3.9554,  # +0.77
    "ratio": 4.5451,  # +0.63
    "names": 1.2140,  # +0.79
    "no_names": -0.5330,  # -0.23
    "numbers": 0.2986,  # +0.10
    "clash": -0.8000,  # -0.20, held
    "days": -0.8339,  # -1.40
    "nearest": 3.6167,  # +1.13
}
