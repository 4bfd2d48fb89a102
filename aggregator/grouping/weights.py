"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 286347 pairs of 18 sets (a language each, whole and thinned) of
og2021_dev, allsides_dev, ecbplus_dev, og2021_multi_dev;
across languages on 27644 pairs.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -2.1264

WEIGHTS = {
    "words": 1.6919,  # +0.36
    "ratio": 4.1228,  # +0.56
    "names": 1.3280,  # +0.58
    "numbers": 0.3585,  # +0.07
    "clash": -0.8000,  # -0.14, held
    "places": -1.4852,  # -0.25
    "gap": -1.3608,  # -1.32
    "nearest": 3.8057,  # +1.03
}

ACROSS_BIAS = -0.5705

ACROSS = {
    "dense": 7.0050,  # +1.21
    "gap": -1.4782,  # -1.46
    "names": 1.9347,  # +0.46
    "numbers": 0.6811,  # +0.09
}
