namespace Klotho.Cli.Completions;

/// <summary>A script for each shell. All ask klotho itself (its suggest directive), so that they never go out of date.</summary>
internal static class ShellScripts
{
    private static readonly IReadOnlyList<(string Shell, string Script)> All =
    [
        ("bash", """
            # Completes klotho in bash.
            _klotho() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$(klotho "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2> /dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _klotho klotho
            """),
        ("zsh", """
            # Completes klotho in zsh.
            _klotho() {
                local -a found
                found=("${(@f)$(klotho "[suggest:${#BUFFER}]" "$BUFFER" 2> /dev/null)}")
                compadd -a found || _files
            }
            compdef _klotho klotho
            """),
        ("fish", """
            # Completes klotho in fish.
            complete -c klotho -a '(klotho "[suggest:"(commandline -C)"]" (commandline -cp) 2> /dev/null)'
            """),
        ("powershell", """
            # Completes klotho in PowerShell.
            Register-ArgumentCompleter -Native -CommandName klotho -ScriptBlock {
                param($word, $line, $position)
                klotho "[suggest:$position]" "$line" 2> $null | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """),
    ];

    public static IEnumerable<string> Names => All.Select(known => known.Shell);

    public static string Of(string shell) => All.First(known => known.Shell == shell).Script.ReplaceLineEndings("\n") + "\n";
}
