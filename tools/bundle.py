"""
Makes what an office without internet installs from: a zip for each platform.

    python tools/bundle.py --platform win_amd64 --platform manylinux2014_x86_64 --out dist/

Whoever has internet runs it, with `pip install ".[bundle]"`. Each zip holds the wheels for all
the Pythons named, what installs and removes them, the guide, checksums, and the licences.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from offline.archive import checksums, write_archive
from offline.contents import contents, with_checksums
from offline.platform import Platform, platform_of
from offline.trouble import Trouble
from offline.wheels import gather, metadata, pinned, project_wheel, wanted

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[1]
PLATFORMS = ("win_amd64", "manylinux2014_x86_64", "manylinux2014_aarch64")
PYTHONS = ("3.11", "3.12", "3.13")


@dataclass(frozen=True)
class Order:
    """What is to be made: the options of the command."""

    platforms: tuple[Platform, ...]
    pythons: tuple[str, ...]
    extras: tuple[str, ...]
    index: str
    portable: dict[str, Path]
    out: Path


@click.command(help=__doc__)
@click.option("--platform", "platforms", multiple=True, default=PLATFORMS, show_default=True)
@click.option("--python", "pythons", multiple=True, default=PYTHONS, show_default=True)
@click.option("--extra", "extras", multiple=True, default=("web", "excel"), show_default=True)
@click.option("--glibc", default=28, show_default=True, help="newest glibc 2.N a Linux has to have")
@click.option("--index-url", default="", help="another package index, for instance a mirror")
@click.option(
    "--portable-python",
    "portable",
    type=(str, click.Path(path_type=Path, exists=True, dir_okay=False)),
    multiple=True,
    metavar="NAME FILE",
    help="windows-x64 FILE: a Python that can be moved (python/ in a .tar.gz), for who has none",
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True)
def main(platforms: tuple[str, ...], glibc: int, index_url: str, **given: Any) -> None:
    """Make the bundles, and say what each is."""
    try:
        targets = tuple(platform_of(name, glibc) for name in platforms)
        portable = for_platforms(given.pop("portable"), targets)
        order = Order(platforms=targets, index=index_url, portable=portable, **given)
        order.out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as folder:
            made = bundles(Path(folder), order)
    except Trouble as trouble:
        raise click.ClickException(str(trouble)) from None
    (order.out / "SHA256SUMS").write_bytes(checksums({path.name: path for path in made}))


def for_platforms(
    named: Iterable[tuple[str, Path]], platforms: tuple[Platform, ...]
) -> dict[str, Path]:
    """Return a file for each platform that has one; one for no platform is a slip."""
    files = dict(named)
    if unknown := sorted(files.keys() - {platform.name for platform in platforms}):
        raise Trouble(f"--portable-python 的平台不在这次要做的里面：{'、'.join(unknown)}")
    return files


def bundles(work: Path, order: Order) -> list[Path]:
    """Make one zip after the other, all with the same wheel of the project and the same guide."""
    wheel = project_wheel(ROOT, work)
    guide = work / "guide.html"
    subprocess.run([sys.executable, ROOT / "docs/guide/build.py", "--html", guide], check=True)  # noqa: S603
    return [bundle(wheel, guide, platform, order) for platform in order.platforms]


def bundle(wheel: Path, guide: Path, platform: Platform, order: Order) -> Path:
    """Make the zip of one platform."""
    folder = wheel.parent / platform.name
    folder.mkdir()
    pins = gathered(Path(copyfile(wheel, folder / wheel.name)), platform, order)
    version = metadata(wheel)["Version"]
    files = contents(platform, version, pins, folder, guide)
    if platform.name in order.portable:
        files["python.tar.gz"] = order.portable[platform.name]
    name = f"核表-{version}-{platform.name}"
    path = order.out / f"{name}.zip"
    write_archive(path, name, with_checksums(files))
    click.echo(f"{path}（{path.stat().st_size / 2**20:.1f} MB）")
    return path


def gathered(wheel: Path, platform: Platform, order: Order) -> dict[str, str]:
    """Put all wheels of a platform beside the project's; return what each Python is to install."""
    requirement = wanted(wheel, order.extras)
    pins = {}
    for python in sorted(set(order.pythons), key=_minor):
        found = gather(wheel, requirement, platform, python, order.index)
        pins[python] = pinned(wheel.parent, found)
        click.echo(f"{platform.name} Python {python}：{len(found)} 个安装文件，齐全")
    return pins


def _minor(python: str) -> int:
    return int(python.partition(".")[2])


if __name__ == "__main__":
    main()
