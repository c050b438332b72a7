# Finds a Python that fits and runs install.py with it. Sourced by 安装.sh and 卸载.sh.

base="${XDG_DATA_HOME:-$HOME/.local/share}/hebiao"

# Leaves a Python that fits in $python, or nothing.
find_python() {
    for python in "$base/python/bin/python3" \
        python3.14 python3.13 python3.12 python3.11 python3 \
        /usr/local/bin/python3.1[1-9] /opt/python3.1[1-9]/bin/python3 /opt/python*/bin/python3; do
        "$python" -I "$here/program/fits.py" >/dev/null 2>&1 && return
    done
    python=
}

# A Python that came along is unpacked only where it is needed.
unpack_python() {
    [ -f "$here/python.tar.gz" ] || return
    mkdir -p "$base" && tar -xzf "$here/python.tar.gz" -C "$base" && find_python
}

work() {
    if [ ! -d "$here/wheels" ]; then
        echo "安装文件不齐。请先把压缩包全部解压到本机的一个文件夹，再在那个文件夹里运行。"
        return 1
    fi
    find_python
    [ -n "$python" ] || unpack_python
    if [ -n "$python" ]; then
        "$python" -I "$here/program/install.py" "$@"
    else
        cat "$here/program/need-python.txt"
        return 1
    fi
}

# Started by a double click there is no terminal to read: what was said is shown as a text file.
finish() {
    if [ -t 1 ] || ! command -v xdg-open >/dev/null || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        work "$@"
        return
    fi
    local said how
    said=$(mktemp --suffix=.txt) || return
    work "$@" >"$said" 2>&1
    how=$?
    xdg-open "$said"
    return $how
}
