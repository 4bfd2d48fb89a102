"""The weights of the pair score; written by bench/fit_grouping.py, not by hand.

Fitted on 248899 pairs of 18 sets (a language each, whole and thinned) of
og2021_dev, allsides_dev, ecbplus_dev, og2021_multi_dev;
across languages on 24595 pairs.
Beside each weight stands its effect for one standard deviation.
"""

BIAS = -2.1410

WEIGHTS = {
    "words": 1.6804,  # +0.35
    "ratio": 4.1444,  # +0.55
    "names": 1.1981,  # +0.53
    "numbers": 0.4005,  # +0.08
    "clash": -0.8000,  # -0.14, held
    "places": -1.3872,  # -0.23
    "gap": -1.3825,  # -1.33
    "nearest": 3.4085,  # +0.91
}

ACROSS_BIAS = -0.0671

ACROSS = {
    "dense": 6.9729,  # +1.05
    "gap": -1.5046,  # -1.40
    "names": 2.0619,  # +0.53
    "numbers": 0.7209,  # +0.10
}
