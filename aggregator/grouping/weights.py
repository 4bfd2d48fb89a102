"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 374399 pairs of 18 sets (a language each, whole and thinned) of
og2021_dev, allsides_dev, ecbplus_dev, og2021_multi_dev;
across languages on 52090 pairs.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -2.2122

WEIGHTS = {
    "words": 2.0657,  # +0.42
    "ratio": 4.4645,  # +0.57
    "names": 1.1295,  # +0.49
    "numbers": 0.3653,  # +0.07
    "clash": -0.8000,  # -0.14, held
    "places": -1.4676,  # -0.24
    "gap": -1.3599,  # -1.30
    "nearest": 3.5102,  # +0.93
}

ACROSS_BIAS = 0.6500

ACROSS = {
    "dense": 5.6367,  # +0.82
    "gap": -1.4519,  # -1.34
    "names": 2.1661,  # +0.46
    "numbers": 0.3437,  # +0.04
}
