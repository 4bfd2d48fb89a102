"""The demo newsroom: twelve fictional outlets of a fictional country, served on loopback (demo/README.md)."""
