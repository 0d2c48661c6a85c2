"""Makes `python -m bot` the same as `unhunch`."""

from bot.cli.main import main

if __name__ == "__main__":
    main(prog_name="unhunch")
