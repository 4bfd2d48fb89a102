"""What leaves by the site beside its pages: Atom, JSON Feed, and CSV that is whole or an error."""
