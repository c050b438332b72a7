# Finds a Python that fits and runs install.py with it. Sourced by 安装.sh and 卸载.sh; sets nothing else.

work() {
    local python
    if [ ! -d "$here/wheels" ]; then
        echo "安装文件不齐。请先把压缩包全部解压到本机的一个文件夹，再在那个文件夹里运行。"
        return 1
    fi
    for python in "$here/python/bin/python3" \
        python3.14 python3.13 python3.12 python3.11 python3 \
        /usr/local/bin/python3.1[1-9] /opt/python3.1[1-9]/bin/python3 /opt/python*/bin/python3; do
        if "$python" -I "$here/program/fits.py" >/dev/null 2>&1; then
            "$python" -I "$here/program/install.py" "$@"
            return
        fi
    done
    cat "$here/program/need-python.txt"
    return 1
}

# Started by a double click there is no terminal to read: what was said is shown as a text file.
finish() {
    if [ -t 1 ] || ! command -v xdg-open >/dev/null || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        work "$@"
        return
    fi
    local said
    said=$(mktemp --suffix=.txt) || return
    work "$@" >"$said" 2>&1
    local how=$?
    xdg-open "$said"
    return $how
}
