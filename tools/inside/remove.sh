#!/bin/bash
# 卸载核表。在本文件夹打开终端，输入  bash 卸载.sh  后按回车。
here=$(dirname "$(readlink -f "$0")")
. "$here/program/python.sh"
finish --remove
