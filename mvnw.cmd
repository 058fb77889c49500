@echo off
rem Runs Maven: the one on the PATH, else one that was downloaded before, else a download from
rem Apache's archive, unpacked to %USERPROFILE%\.m2\wrapper\dists.
setlocal
where mvn >nul 2>&1
if not errorlevel 1 (
  call mvn %*
  exit /b
)
set "properties=%~dp0.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq tokens=1,* delims==" %%a in ("%properties%") do (
  if "%%a"=="windowsDistributionUrl" set "url=%%b"
  if "%%a"=="windowsDistributionSha512Sum" set "sha512=%%b"
)
for %%f in ("%url%") do set "name=%%~nf"
set "name=%name:-bin=%"
set "dists=%USERPROFILE%\.m2\wrapper\dists"
set "home=%dists%\%name%"
if not exist "%home%\bin\mvn.cmd" (
  if not exist "%dists%" mkdir "%dists%"
  echo mvnw: downloading %url% 1>&2
  powershell -NoProfile -Command "$ErrorActionPreference = 'Stop'; $zip = Join-Path '%dists%' ('download-' + $PID + '.zip'); [Net.ServicePointManager]::SecurityProtocol = 'Tls12'; (New-Object Net.WebClient).DownloadFile('%url%', $zip); if ((Get-FileHash $zip -Algorithm SHA512).Hash -ne '%sha512%') { Remove-Item $zip; throw 'the download is damaged: its SHA-512 is wrong' }; Expand-Archive $zip '%dists%' -Force; Remove-Item $zip"
  if errorlevel 1 (
    echo mvnw: Maven can't be downloaded. Install Maven 3.6.3 or newer so that mvn is on the PATH. 1>&2
    exit /b 1
  )
)
call "%home%\bin\mvn.cmd" %*
