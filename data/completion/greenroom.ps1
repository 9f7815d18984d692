# Completes greenroom in PowerShell: greenroom completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName greenroom -ScriptBlock {
  param($typed, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } |
    ForEach-Object { if ($_.PSObject.Properties['Value']) { [string]$_.Value } else { $_.Extent.Text } })
  # an empty argument is lost on the way to a program before PowerShell 7.3
  $last = $typed.Trim('"', "'")
  if ($last -eq '') { $last = '""' }
  greenroom complete '--' @words $last 2>$null | ForEach-Object {
    $value, $does = $_ -split "\t", 2
    if (-not $does) { $does = $value }
    $text = if ($value -match '^[\w./-]+$') { $value } else { "'" + $value.Replace("'", "''") + "'" }
    [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $does)
  }
}
