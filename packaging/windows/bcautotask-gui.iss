; Installer for Windows, made by Inno Setup 6 from the one-folder application.
; Not run here: it needs Windows. First, in PowerShell, in the project's folder:
;   py -3.11 -m venv .venv
;   .venv\Scripts\pip install --require-hashes -r requirements.lock
;   .venv\Scripts\pip install --require-hashes -r packaging\requirements-package.lock
;   .venv\Scripts\pyinstaller --distpath build\folder --workpath build\pyinstaller packaging\bcautotask-gui.spec
;   .venv\Scripts\python packaging\licences.py build\folder\bcautotask-gui\licences
;   iscc /DVersion=0.1.0 packaging\windows\bcautotask-gui.iss

#ifndef Version
  #error Give the version: iscc /DVersion=...
#endif

[Setup]
AppId={{6E6D8A55-0C0B-4B0B-9B75-2B3C1C9F4D11}
AppName=Backupchecks Autotask
AppVersion={#Version}
AppPublisher=bcautotask-gui maintainers
DefaultDirName={autopf}\Backupchecks Autotask
DefaultGroupName=Backupchecks Autotask
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=bcautotask-gui-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ArchitecturesInstallIn64BitMode=x64compatible

[Files]
Source: "..\..\build\folder\bcautotask-gui\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Backupchecks Autotask"; Filename: "{app}\bcautotask-gui.exe"

[Run]
Filename: "{app}\bcautotask-gui.exe"; Description: "Start Backupchecks Autotask"; Flags: postinstall nowait skipifsilent
