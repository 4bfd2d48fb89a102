"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 51006 pairs of og2021_dev, allsides_dev, ecbplus_dev.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -3.6375

WEIGHTS = {
    "text": 2.3063,  # +0.46
    "ratio": 3.7246,  # +0.51
    "names": 1.3811,  # +0.90
    "no_names": 0.7343,  # +0.04
    "numbers": 0.4186,  # +0.14
    "clash": 1.8554,  # +0.09
    "days": -0.8223,  # -1.38
    "nearest": 5.1989,  # +1.41
}
