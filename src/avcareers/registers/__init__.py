"""The exports of the official registers: read as published, compared with the data, patched in."""
