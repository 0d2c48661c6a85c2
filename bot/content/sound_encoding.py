"""Sets the encoding of every sound of a session, so that all can be joined. Loads nothing: who joins sounds is to be there at once."""

from typing import Final

CODEC: Final = "aac"
RATE = 24_000
LAYOUT = "mono"
SAMPLE_FORMAT = "fltp"
FRAME = 1024
"""Samples in a packet. A sound is whole frames, of which the first and the last are silent. The encoder's first packet, the
time before the sound, is left out."""

BIT_RATE = 48_000
OPTIONS = {"flags": "+bitexact", "aac_pns": "0"}
"""No artificial noise from the decoder: a joined file sounds exactly like its parts."""

LOUDNESS = -16.0
"""LUFS, after ITU-R BS.1770."""

PEAK = -1.5
"""dB. The true peak, between samples, stays below it, too."""
