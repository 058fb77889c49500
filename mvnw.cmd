@echo off
rem Runs Maven: one that was downloaded before, else the one on the PATH, else a download from
rem Apache's archive, checked and unpacked to %USERPROFILE%\.m2\wrapper\dists.
setlocal
set "properties=%~dp0.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq tokens=1,* delims==" %%a in ("%properties%") do (
  if "%%a"=="windowsDistributionUrl" set "url=%%b"
  if "%%a"=="windowsDistributionSha512Sum" set "sha512=%%b"
)
for %%f in ("%url%") do set "name=%%~nf"
set "name=%name:-bin=%"
set "dists=%USERPROFILE%\.m2\wrapper\dists"
if defined MAVEN_USER_HOME set "dists=%MAVEN_USER_HOME%\wrapper\dists"
set "maven=%dists%\%name%\%sha512:~0,16%"

for /d %%d in ("%dists%\%name%\*") do if exist "%%d\bin\mvn.cmd" set "found=%%d"
if defined found (
  call "%found%\bin\mvn.cmd" %*
  exit /b
)
where mvn >nul 2>&1
if not errorlevel 1 (
  call mvn %*
  exit /b
)

set "scratch=%dists%\download-%RANDOM%%RANDOM%"
mkdir "%scratch%"
echo mvnw: downloading %url% 1>&2
powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; $zip = $env:scratch + '\maven.zip'; Invoke-WebRequest -UseBasicParsing $env:url -OutFile $zip; if ((Get-FileHash $zip -Algorithm SHA512).Hash -ne $env:sha512) { throw 'the download is damaged: its SHA-512 is wrong' }; Expand-Archive $zip $env:scratch; New-Item -ItemType Directory -Force (Split-Path $env:maven) | Out-Null; Move-Item ($env:scratch + '\' + $env:name) $env:maven"
set "result=%errorlevel%"
rmdir /s /q "%scratch%"
if not "%result%"=="0" (
  echo mvnw: %url% can't be downloaded. Install Maven 3.6.3 or newer so that mvn is on the PATH. 1>&2
  exit /b 1
)
call "%maven%\bin\mvn.cmd" %*
