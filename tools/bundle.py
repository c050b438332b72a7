"""
Makes what an office without internet installs from: a zip for each platform.

    python tools/bundle.py --platform win_amd64 --platform manylinux2014_x86_64 --out dist/

Whoever has internet runs it, with `pip install ".[bundle]"`. Each zip holds the wheels for all
the Pythons named, what installs and removes them, the guide, checksums, and the licences.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import click

from offline.archive import checksums, write_archive
from offline.contents import contents
from offline.platform import Platform, platform_of
from offline.trouble import Trouble
from offline.wheels import gather, metadata, pinned, project_wheel, wanted

ROOT = Path(__file__).parents[1]
PLATFORMS = ("win_amd64", "manylinux2014_x86_64", "manylinux2014_aarch64")
PYTHONS = ("3.11", "3.12", "3.13")


@click.command(help=__doc__)
@click.option("--platform", "platforms", multiple=True, default=PLATFORMS, show_default=True)
@click.option("--python", "pythons", multiple=True, default=PYTHONS, show_default=True)
@click.option("--extra", "extras", multiple=True, default=("web", "excel"), show_default=True)
@click.option("--glibc", default=28, show_default=True, help="newest glibc 2.N a Linux has to have")
@click.option("--index-url", default="", help="another package index, for instance a mirror")
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True)
def main(
    platforms: tuple[str, ...],
    pythons: tuple[str, ...],
    extras: tuple[str, ...],
    glibc: int,
    index_url: str,
    out: Path,
) -> None:
    """Make the bundles, and say what each is."""
    out.mkdir(parents=True, exist_ok=True)
    try:
        targets = [platform_of(name, glibc) for name in platforms]
        with TemporaryDirectory() as folder:
            made = bundles(Path(folder), targets, pythons, extras, index_url, out)
    except Trouble as trouble:
        raise click.ClickException(str(trouble)) from None
    (out / "SHA256SUMS").write_bytes(checksums({path.name: path for path in made}))


def bundles(
    work: Path,
    targets: list[Platform],
    pythons: tuple[str, ...],
    extras: tuple[str, ...],
    index: str,
    out: Path,
) -> list[Path]:
    """Make one zip after the other."""
    wheel = project_wheel(ROOT, work)
    requirement = wanted(wheel, extras)
    version = metadata(wheel)["Version"]
    guide = work / "guide.html"
    subprocess.run([sys.executable, ROOT / "docs/guide/build.py", "--html", guide], check=True)  # noqa: S603
    made = []
    for platform in targets:
        folder = work / platform.name
        folder.mkdir()
        own = folder / wheel.name
        copyfile(wheel, own)
        pins = {}
        for python in sorted(set(pythons), key=_minor):
            found = gather(own, requirement, platform, python, index)
            pins[python] = pinned(folder, found)
            click.echo(f"{platform.name} Python {python}：{len(found)} 个安装文件，齐全")
        name = f"核表-{version}-{platform.name}"
        path = out / f"{name}.zip"
        write_archive(path, name, contents(platform, version, pins, folder, guide))
        click.echo(f"{path}（{path.stat().st_size / 2**20:.1f} MB）")
        made.append(path)
    return made


def _minor(python: str) -> int:
    return int(python.partition(".")[2])


if __name__ == "__main__":
    main()
