@echo off
rem Starts llmq: builds it where that is due, and lets Java keep a start-up archive.
rem LLMQ_JAVA or JAVA_HOME say which Java, else the one on the PATH is taken.
setlocal
for %%I in ("%~dp0..") do set "root=%%~fI"
set "jar=%root%\target\llmq.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined LLMQ_JAVA set "java=%LLMQ_JAVA%\bin\java"

powershell -NoProfile -Command "$j = Get-Item -ErrorAction SilentlyContinue '%jar%'; $s = Get-ChildItem -Recurse '%root%\src\main','%root%\grammar','%root%\pom.xml'; if (-not $j -or ($s | Where-Object { $_.LastWriteTime -gt $j.LastWriteTime })) { exit 1 }"
if not errorlevel 1 goto start
echo llmq: building it from source 1>&2
pushd "%root%"
set "MAVEN_OPTS=%MAVEN_OPTS% -Djansi.noreset=true"
call mvn -B -q -Dstyle.color=never -DskipTests -Djar.name=llmq-next package 1>&2
set "built=%errorlevel%"
popd
if not "%built%"=="0" exit /b 69
rem Whole before it has the name that others start.
move /y "%root%\target\llmq-next.jar" "%jar%" >nul || exit /b 69
del /q "%root%\target\original-llmq-next.jar" 2>nul

:start
set "options=-XX:-UsePerfData -Xlog:disable -Xss8m"
rem From Java 19 on, Java makes the archive by itself and makes it again when the jar or Java have changed.
set "version="
for /f "tokens=3" %%V in ('"%java%" -version 2^>^&1 ^| findstr /c:" version "') do if not defined version set "version=%%~V"
for /f "delims=.-+ tokens=1" %%V in ("%version%") do set "feature=%%V"
if not defined feature (
    echo llmq: Java 17 or later is needed 1>&2
    exit /b 69
)
if %feature% LSS 17 (
    echo llmq: Java 17 or later is needed, this is %version% 1>&2
    exit /b 69
)
if %feature% GEQ 19 if defined LOCALAPPDATA (
    if not exist "%LOCALAPPDATA%\llmq" mkdir "%LOCALAPPDATA%\llmq" 2>nul
    set "options=%options% -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile="%LOCALAPPDATA%\llmq\%feature%.jsa""
)
"%java%" %options% %LLMQ_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %errorlevel%
