namespace Klotho.Cli.Doctor;

/// <summary>Something on the machine that Klotho, or what it emits, rests on.</summary>
internal interface IPrerequisite
{
    Task<Finding> FindAsync(string directory, CancellationToken cancel);
}
