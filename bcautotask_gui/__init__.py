"""The desktop application that turns failed backup runs into Autotask tickets."""

__version__ = "0.1.0"
