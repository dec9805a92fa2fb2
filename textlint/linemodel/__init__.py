"""The line model: a small linear model that tells the lines of a page that belong to no text of its author."""
