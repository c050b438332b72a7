"""
Starts a run again and again and kills it, each time a little later; says how often.

    python tests/batch/killed.py 报送 结果 MOST

Each run is a fork of this process, so that no time goes into starting: what is killed is at work.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from hebiao.batch.out import DEFAULT_KINDS
from hebiao.cli.session import Call, carried_out


def run(submitted: str, out: Path) -> None:
    """Carry the run out, unseen, and leave."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    carried_out(Call((submitted,), quiet=True, folder=out, kinds=DEFAULT_KINDS))
    os._exit(0)


def main() -> None:
    """Kill runs until one comes to its end, or there were enough of them."""
    submitted, out, most = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(7)  # noqa: S311 - no secret
    for kills in range(most):
        child = os.fork()
        if not child:
            run(submitted, out)
        time.sleep(chance.uniform(0, 0.25))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.stdout.write(str(kills))
            return
    sys.stdout.write(str(most))


if __name__ == "__main__":
    main()
