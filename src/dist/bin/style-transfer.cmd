@echo off
rem Starts style-transfer with the Java that lies beside it. STYLE_TRANSFER_JAVA_OPTIONS holds more options for
rem Java, separated by blanks, such as -Xmx8g.
setlocal
for %%I in ("%~dp0..") do set "STYLE_TRANSFER_HOME=%%~fI"
"%STYLE_TRANSFER_HOME%\runtime\bin\java.exe" -XX:+UseSerialGC -XX:-UsePerfData -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -Xlog:disable -Xlog:all=error:stderr ^
  "-Dstyle-transfer.home=%STYLE_TRANSFER_HOME%" ^
  %STYLE_TRANSFER_JAVA_OPTIONS% -jar "%STYLE_TRANSFER_HOME%\lib\style-transfer.jar" %*
exit /b %ERRORLEVEL%
