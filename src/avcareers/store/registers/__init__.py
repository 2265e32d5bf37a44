"""The exports of the official registers, read as published."""
