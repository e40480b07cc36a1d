using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Reach;

/// <summary>What reach has to say.</summary>
public static class ReachRules
{
    public static readonly DiagnosticRule Escape = new(new("KL1070"), Severity.Info, "Resource leaves what can be followed",
        "\"{0}\" goes into {1}, where it cannot be followed, so unit \"{2}\" is given every operation on it. Call the resource directly, or keep it in variables of its own type.");

    public static readonly DiagnosticRule UnknownOrigin = new(new("KL1071"), Severity.Info, "Resource comes from where it cannot be followed",
        "Which resource {1} gives is not known before run time, so unit \"{2}\" is given every operation on \"{0}\". Inject the resource by its annotation, or resolve it with a constant key.");

    public static readonly DiagnosticRule Reflection = new(new("KL1072"), Severity.Info, "Code is called by reflection",
        "'{0}' can call any code, so unit \"{1}\" is given what all code outside of other units does. Call the method directly or through an interface.");

    public static readonly DiagnosticRule AwsRequest = new(new("KL1073"), Severity.Warning, "AWS is called outside of the graph",
        "'{0}' needs '{1}', which unit \"{2}\" is not given: no annotation says what it is called on. Use an annotated resource, or grant the action in Customize.cs.");

    public static readonly DiagnosticRule NotAwaited = new(new("KL1074"), Severity.Info, "Operation that nobody waits for",
        "Nobody waits for '{0}' on \"{1}\": where it fails nobody learns of it, and a process that stops meanwhile loses it. Await it.");

    public static readonly DiagnosticRule CallInLoop = new(new("KL1075"), Severity.Info, "Call of another unit in a loop",
        "'{0}' is called once for each turn of a loop, and each call goes over the network to unit \"{1}\". Give the interface a method that takes all at once.");

    public static readonly DiagnosticRule Blocks = new(new("KL1076"), Severity.Warning, "Handler that blocks",
        "'{0}' holds a thread of unit \"{1}\" while it waits, and '{2}' gets here: under load no thread is left for what it waits for. Await it.");

    public static readonly DiagnosticRule TokenDropped = new(new("KL1077"), Severity.Info, "Token that is not passed on",
        "'{0}' goes on after whoever called has given up, because it is not given '{1}'. Pass '{1}'.");

    public static readonly DiagnosticRule Vouched = new(new("KL1078"), Severity.Info, "Author vouches for what cannot be followed",
        "\"{0}\" goes into {1}, where it cannot be followed; unit \"{2}\" is given what reads it, because 'Access = Read' vouches that nothing writes. Remove it where that is not so.");

    public static readonly DiagnosticRule VouchedIsWritten = new(new("KL1079"), Severity.Error, "Write to what is vouched for as read",
        "'{0}' changes \"{1}\", of which 'Access = Read' says that unit \"{2}\" only reads it. Remove 'Access = Read', or the call.");

    public static readonly EquatableArray<DiagnosticRule> All = new([Escape, UnknownOrigin, Reflection, AwsRequest, NotAwaited, CallInLoop, Blocks, TokenDropped, Vouched, VouchedIsWritten]);
}
