"""The weights of the pair score; written by bench/fit_grouping.py, not by hand."""

BIAS = -4.0

WEIGHTS = {
    "words": 1.0,
    "ratio": 1.0,
    "names": 1.0,
    "numbers": 1.0,
    "clash": -0.8,
    "places": -1.0,
    "gap": -1.0,
    "nearest": 4.0,
}

ACROSS_BIAS = -1.0

ACROSS = {
    "dense": 7.0,
    "gap": -1.3,
    "names": 0.5,
    "numbers": 0.3,
}
