#!/bin/bash
# 安装核表（统信、麒麟等 Linux 桌面）。在本文件夹打开终端，输入  bash 安装.sh  后按回车。
here=$(dirname "$(readlink -f "$0")")
. "$here/program/python.sh"
finish --install
