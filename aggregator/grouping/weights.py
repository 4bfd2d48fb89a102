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

ACROSS_BIAS = 0.1713

ACROSS = {
    "dense": 6.8169,  # +1.14
    "gap": -1.5298,  # -1.44
    "names": 2.0236,  # +0.51
    "numbers": 0.6264,  # +0.09
}
