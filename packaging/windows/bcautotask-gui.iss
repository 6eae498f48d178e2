; Installer for Windows, made by Inno Setup 6 from the one-folder application. Not run yet.
; packaging\windows\build.ps1 builds the folder and calls this with the version.

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
SetupIconFile=..\..\build\icons\bcautotask-gui.ico
UninstallDisplayIcon={app}\bcautotask-gui.exe
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
