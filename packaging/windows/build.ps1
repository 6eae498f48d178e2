# Builds the one-folder application and its installer. Written for Windows with Python 3.11 to 3.13
# and Inno Setup 6; not run yet.
#
#   powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Step {
    & $args[0] @($args | Select-Object -Skip 1)
    if ($LASTEXITCODE -ne 0) { throw "$($args[0]) ended with $LASTEXITCODE" }
}

$version = (Select-String -Path bcautotask_gui\__init__.py -Pattern '^__version__ = "(.*)"$').Matches[0].Groups[1].Value
$tools = "build\package-venv"

Invoke-Step py -3 -m venv --clear $tools
Invoke-Step $tools\Scripts\python -m pip install --require-hashes -r requirements.lock
Invoke-Step $tools\Scripts\python -m pip install --require-hashes -r packaging\requirements-package.lock
Invoke-Step $tools\Scripts\python packaging\make_icons.py build\icons
Invoke-Step $tools\Scripts\pyinstaller --noconfirm --distpath build\folder --workpath build\pyinstaller packaging\bcautotask-gui.spec
Invoke-Step $tools\Scripts\python packaging\collect_licences.py build\folder\bcautotask-gui
Invoke-Step iscc "/DVersion=$version" packaging\windows\bcautotask-gui.iss
