using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Cli.Diagnostics;

/// <summary>What can be wrong before the code is analysed. Each has a page in docs/diagnostics.</summary>
internal static class LoadRules
{
    public static readonly DiagnosticRule PathNotFound = Error("KL0001", "Nothing is at the path",
        "'{0}' does not exist. Name a .csproj, .sln or .slnx file, or a folder that holds one.");

    public static readonly DiagnosticRule NoProject = Error("KL0002", "The folder holds no project",
        "'{0}' holds no .csproj, .sln or .slnx file. Name the folder of the application's project.");

    public static readonly DiagnosticRule SeveralProjects = Error("KL0003", "The folder holds several projects",
        "'{0}' holds {1}. Name the file to compile.");

    public static readonly DiagnosticRule NotAProject = Error("KL0004", "The file is no C# project or solution",
        "'{0}' is not a .csproj, .sln or .slnx file. Name the application's project or solution.");

    public static readonly DiagnosticRule NoApplication = Error("KL0005", "The solution holds no Klotho application",
        "'{0}' holds no executable C# project that references Klotho.Runtime. Reference the package from the application's project, or name the project.");

    public static readonly DiagnosticRule SeveralApplications = Error("KL0006", "The solution holds several Klotho applications",
        "'{0}' holds several executable projects that reference Klotho.Runtime: {1}. Name the project to compile.");

    public static readonly DiagnosticRule RestoreFailed = Error("KL0007", "The project's packages cannot be restored",
        "'dotnet restore' fails with {0}: {1}");

    public static readonly DiagnosticRule BuildFailed = Error("KL0008", "MSBuild cannot evaluate the project",
        "MSBuild fails with {0}: {1}");

    public static readonly DiagnosticRule ProjectUnreadable = Error("KL0009", "The project file is not well-formed",
        "The project file cannot be read: {0}");

    public static readonly DiagnosticRule UnknownProjectSdk = Error("KL0010", "The project names an unknown SDK",
        "{0} Write an SDK that is installed, such as 'Microsoft.NET.Sdk.Web'.");

    public static readonly DiagnosticRule ReferenceMissing = Error("KL0011", "A referenced project does not exist",
        "{0} Mend the path of the <ProjectReference>, or remove it.");

    public static readonly DiagnosticRule SdkMissing = Error("KL0012", "The .NET SDK is missing",
        "'dotnet' cannot be used here: {0} Install the .NET SDK that the project asks for (global.json), or correct that file.");

    public static readonly DiagnosticRule GeneratorMissing = Error("KL0013", "A source generator is not built",
        "'{0}' is compiled with the source generator '{1}', which does not exist yet. Run 'dotnet build' on the project once.");

    public static readonly DiagnosticRule NotAnApplication = Error("KL0014", "The project is no application",
        "'{0}' builds a library, so it has no entry point to run. Name the project of the ASP.NET Core application.");

    public static readonly DiagnosticRule OtherLanguageNotBuilt = Error("KL0015", "A project in another language is not built",
        "'{0}' references '{1}', which is written in {2} and not built, so its types are unknown. Run 'dotnet build' on it once.");

    public static readonly DiagnosticRule OtherLanguageSkipped = new(new("KL0016"), Severity.Info, "A project in another language is not read",
        "'{0}' is written in {1}, so what its code does with resources is not known. Use annotated resources from C# only.");

    public static readonly DiagnosticRule ConfigurationMissing = Error("KL0020", "The configuration file does not exist",
        "'{0}' does not exist. Create it, or leave out --config.");

    public static readonly DiagnosticRule ConfigurationNotUtf8 = Error("KL0021", "The configuration file is not UTF-8",
        "'{0}' holds the byte 0x{1} here, which is not UTF-8. Save the file as UTF-8.");

    public static readonly DiagnosticRule UnknownEnvironment = Error("KL0022", "Unknown environment",
        "There is no environment '{0}': '{1}' has none of that name under 'environments', and '{2}' does not exist. {3}");

    public static readonly DiagnosticRule OutputNotOurs = Error("KL0030", "The output folder holds files of others",
        "'{0}' is not empty and was not written by klotho, so nothing is written there. Choose another folder with --out, or empty this one.");

    public static readonly DiagnosticRule OutputEdited = Error("KL0031", "A generated file was edited by hand",
        "'{0}' was edited since klotho wrote it, and compiling would lose the edit. Move the edit to a file of your own (Customize.cs is kept), or pass --force.");

    public static readonly DiagnosticRule OutputLocked = Error("KL0032", "Another compile writes to the folder",
        "Another klotho process writes to '{0}'. Wait until it is done, or choose another folder with --out.");

    public static readonly DiagnosticRule OutputNotWritable = Error("KL0033", "The output cannot be written",
        "'{0}' cannot be written: {1}");

    public static readonly DiagnosticRule OutputInGlobs = Error("KL0034", "The project's build would take in the output",
        "The build of '{0}' would compile the C# that is written to '{1}'. Add '<DefaultItemExcludes>$(DefaultItemExcludes);{1}/**</DefaultItemExcludes>' to a <PropertyGroup> of it, or choose a folder outside of its own with --out.");

    public static readonly DiagnosticRule LockNotWritable = Error("KL0035", "The lock cannot be written",
        "'{0}' would change, but cannot be written: {1} Compile where the sources can be written, and commit that file.");

    public static readonly DiagnosticRule LockChanged = Error("KL0036", "The lock changed meanwhile",
        "'{0}' was changed by somebody else after it was read here. Run the command again.");

    public static readonly DiagnosticRule NoRepository = Error("KL0037", "There is no git repository",
        "'{0}' is in no git repository that can be read: {1} Leave out --base to compare with the lock in the working tree.");

    public static readonly DiagnosticRule NoSuchRef = Error("KL0038", "The commit does not exist",
        "'{0}' names no commit of this repository. Fetch it ('git fetch origin'), or name another.");

    public static readonly DiagnosticRule NoLockAtRef = Error("KL0039", "The commit holds no lock",
        "'{0}' does not exist in '{1}'. Name a commit that holds one: 'klotho compile' writes it, and it is to be committed.");

    public static readonly DiagnosticRule StaticBuildFailed = Error("KL0040", "A static unit's build command fails",
        "The build command of static unit '{0}' ends with exit code {2}: {1}. Run it in '{3}' to see why, or pass --no-build-static.");

    public static readonly DiagnosticRule StaticFolderMissing = Error("KL0041", "A static unit's folder is missing",
        "Static unit '{0}' serves '{1}', which does not exist. Build it, or give the attribute a BuildCommand that does.");

    public static readonly DiagnosticRule OutputStale = Error("KL0042", "The committed output is not what a compile would write",
        "'{0}' {1}. Run 'klotho compile' and commit what it writes.");

    public static readonly DiagnosticRule NoPlaceForLines = Error("KL0043", "There is no place for the two lines",
        "'{0}' does not keep its WebApplicationBuilder and its WebApplication in variables, so there is no place for AddKlotho() and MapKlotho(). Write 'var builder = WebApplication.CreateBuilder(args);' and 'var app = builder.Build();'.");

    public static EquatableArray<DiagnosticRule> All { get; } = new(
    [
        PathNotFound, NoProject, SeveralProjects, NotAProject, NoApplication, SeveralApplications, RestoreFailed,
        BuildFailed, ProjectUnreadable, UnknownProjectSdk, ReferenceMissing, SdkMissing, GeneratorMissing,
        NotAnApplication, OtherLanguageNotBuilt, OtherLanguageSkipped, ConfigurationMissing, ConfigurationNotUtf8, UnknownEnvironment, OutputNotOurs, OutputEdited, OutputLocked,
        OutputNotWritable, OutputInGlobs, LockNotWritable, LockChanged, NoRepository, NoSuchRef, NoLockAtRef, StaticBuildFailed, StaticFolderMissing,
        OutputStale, NoPlaceForLines,
    ]);

    /// <summary>The rules that speak of the machine, not of the user's input: exit code 4.</summary>
    public static EquatableArray<DiagnosticRule> Environment { get; } = new([SdkMissing, OutputLocked, OutputNotWritable, LockNotWritable, LockChanged]);

    /// <summary>The rules that speak of what is there and what would be: exit code 3.</summary>
    public static EquatableArray<DiagnosticRule> Differences { get; } = new([OutputStale]);

    private static DiagnosticRule Error(string code, string title, string message) =>
        new(new(code), Severity.Error, title, message);
}
