"""Reads companies one by one with py-autotask, in a Python of its own that has it installed.

Run as a program: `python single_gets.py ADDRESS USER SECRET TRACKING_ID FIRST_ID COUNT TIMES`. It
prints the median of the seconds that COUNT companies took.
"""

import sys
import time
from statistics import median

from py_autotask import AutotaskClient
from requests.adapters import HTTPAdapter


class _Adapter(HTTPAdapter):
    """The local Autotask writes the version as its documentation does; this client does not."""

    def send(self, request, **more):
        request.url = request.url.replace("/v1.0/", "/V1.0/")
        return super().send(request, **more)


def main(url, user, secret, tracking_id, first, count, times):
    client = AutotaskClient.create(
        username=user, integration_code=tracking_id, secret=secret, api_url=url
    )
    client.session.mount("http://", _Adapter())
    took = []
    for _ in range(int(times) + 1):
        begun = time.perf_counter()
        for at in range(int(count)):
            assert client.companies.get(int(first) + at)
        took.append(time.perf_counter() - begun)
    sys.stdout.write(f"{median(took[1:])}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
