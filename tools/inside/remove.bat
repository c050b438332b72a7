@echo off
chcp 936 >nul
setlocal DisableDelayedExpansion
title 卸载核表
set "HERE=%~dp0"
set "PYTHON="
if not exist "%HERE%program" goto packed
call :find
if not defined PYTHON goto none
%PYTHON% -I "%HERE%program\install.py" --remove
goto end

:packed
echo 安装文件不齐。请先在压缩包上点右键，选“全部解压缩”，
echo 再到解压出来的文件夹里双击“卸载.bat”。
goto end

:none
if exist "%LOCALAPPDATA%\hebiao" rmdir /s /q "%LOCALAPPDATA%\hebiao"
echo 核表已经卸载。请把桌面上的“核表”和“停止核表”图标拖到回收站。
goto end

:end
echo.
pause
exit /b

:find
for %%V in (3.14 3.13 3.12 3.11) do call :try py -%%V
for %%V in (314 313 312 311) do (
    call :try "%LOCALAPPDATA%\Programs\Python\Python%%V\python.exe"
    call :try "%ProgramFiles%\Python%%V\python.exe"
)
call :try python
exit /b 0

:try
if defined PYTHON exit /b 0
%* -I "%HERE%program\fits.py" >nul 2>nul
if not %errorlevel%==0 exit /b 0
set PYTHON=%*
exit /b 0
