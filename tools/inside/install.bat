@echo off
chcp 936 >nul
setlocal DisableDelayedExpansion
title 安装核表
set "HERE=%~dp0"
set "PYTHON="
if not exist "%HERE%wheels" goto packed
call :find
if not defined PYTHON call :unpack
if not defined PYTHON goto none
%PYTHON% -I "%HERE%program\install.py"
goto end

:packed
echo 安装文件不齐。请先在压缩包上点右键，选“全部解压缩”，
echo 再到解压出来的文件夹里双击“安装.bat”。
goto end

:none
type "%HERE%program\need-python.txt"
goto end

:end
echo.
pause
exit /b

:unpack
if not exist "%HERE%python.tar.gz" exit /b 0
if not exist "%LOCALAPPDATA%\hebiao" mkdir "%LOCALAPPDATA%\hebiao"
tar -xf "%HERE%python.tar.gz" -C "%LOCALAPPDATA%\hebiao"
call :find
exit /b 0

:find
call :try "%LOCALAPPDATA%\hebiao\python\python.exe"
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
