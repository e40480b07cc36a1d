namespace Klotho.Benchmarks.Peers;

/// <summary>A tool that makes infrastructure out of code, and the application of <see cref="Scale.FunctionApp"/> as one writes it for that tool.</summary>
internal interface IPeer
{
    string Name { get; }

    /// <summary>The file of the application that an edit changes. A line that begins with two slashes is a comment in it.</summary>
    string Source { get; }

    /// <summary>What runs before have left in the application's folder, for the first to be a first.</summary>
    IReadOnlyList<string> Made { get; }

    /// <summary>Writes the application, with all that is installed before the first run, into a new folder.</summary>
    /// <returns>The folder.</returns>
    Task<string> WriteAsync(string scratch, int functions);

    /// <summary>What makes the infrastructure, started in the application's folder.</summary>
    IReadOnlyList<string> Command(string application);
}
