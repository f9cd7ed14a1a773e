"""Maps drawn while the site is built: projections, outlines, and names that do not overlap."""
