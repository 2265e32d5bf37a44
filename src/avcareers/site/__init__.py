"""The catalogue as a web site: pages of HTML that need no server and no script."""
