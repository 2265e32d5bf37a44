"""The career explorer for French cinema and audiovisual."""

__version__ = "0.1.0"
