"""How long the fuzz tests search: a few hundred examples by themselves, ten thousand if asked.

`make fuzz` asks for the profile "thorough", whose examples are new ones in every run.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "thorough",
    max_examples=10_000,
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
