"""The door: ``forecall`` and ``python -m forecall``."""

import sys


def main() -> None:
    """Run what the arguments ask for and leave with its exit code."""
    from forecall.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
