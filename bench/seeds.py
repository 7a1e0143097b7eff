"""Write theming/seeds.npz again from seeds.toml: ``python -m bench.seeds``, after a change to the phrases."""

from pathlib import Path

import numpy as np

from bot.curation.texts.encoder import encode
from bot.curation.theming import seeds


def main() -> None:
    catalogue = seeds.read_seeds()
    target = Path(seeds.__file__).with_name("seeds.npz")
    np.savez_compressed(
        target,
        vectors=seeds.encode_seeds(catalogue, encode),
        fingerprint=np.array(seeds.fingerprint(catalogue)),
    )
    print(f"{len(catalogue)} seeds, {target.stat().st_size:,} bytes: {target}")


if __name__ == "__main__":
    main()
