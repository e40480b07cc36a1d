using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>Rules of calls between units.</summary>
public static class UnitBoundaryRules
{
    public static readonly DiagnosticRule NeverRepeated = new(new("KL1009"), Severity.Warning, "Repeatable method that no unit calls",
        "[Repeatable] on '{0}' does nothing: {1}. Put it on a method by which other units call a class with [ExecUnit], or remove it.");

    public static readonly DiagnosticRule ConcreteUse = new(new("KL1011"), Severity.Error, "Class of another unit used directly",
        "'{0}' runs in unit \"{1}\", but '{2}' uses the class directly from unit \"{3}\". Take an interface that '{0}' implements instead.");

    public static readonly DiagnosticRule NotAsync = new(new("KL1012"), Severity.Error, "Method between units is not asynchronous",
        "'{0}' is called from another unit, but returns '{1}'. Return Task, ValueTask, Task<T>, ValueTask<T> or IAsyncEnumerable<T>.");

    public static readonly DiagnosticRule ByReference = new(new("KL1013"), Severity.Error, "Parameter between units is by reference",
        "Parameter '{0}' of '{1}', which is called from another unit, is ref, out or in. Pass it by value and return what changes.");

    public static readonly DiagnosticRule Generic = new(new("KL1014"), Severity.Error, "Method between units is generic",
        "'{0}' is called from another unit, but is generic. Declare one method per type.");

    public static readonly DiagnosticRule Overload = new(new("KL1015"), Severity.Error, "Overloads between units",
        "'{0}' is called from another unit, but '{1}' is overloaded. Give each method a name of its own.");

    public static readonly DiagnosticRule TypeCannotCross = new(new("KL1016"), Severity.Error, "Type cannot cross between units",
        "{0} of '{1}', which is called from another unit, is of type '{2}', which cannot be sent. Use a type that System.Text.Json reads and writes, such as byte[] for a stream or a list for a query.");

    public static readonly DiagnosticRule NotAMethod = new(new("KL1017"), Severity.Error, "Property or event between units",
        "'{0}' is in an interface that is called from another unit, but is a {1}. Make it a method that returns a task.");

    public static readonly DiagnosticRule Circle = new(new("KL1018"), Severity.Error, "Units call each other in a circle",
        "This call of '{0}' closes the circle {1}, in which units wait for each other. Publish a message in the place of one of the calls, or move what is called into a unit of its own.");

    public static readonly DiagnosticRule SharedState = new(new("KL1019"), Severity.Error, "Static state shared by units",
        "'{0}' is static and unit \"{1}\" changes it, but unit \"{2}\" runs in a process with a copy of its own. Keep it in a [Persist] store, or let one unit hold it behind an interface.");

    public static readonly EquatableArray<DiagnosticRule> All =
        new([NeverRepeated, ConcreteUse, NotAsync, ByReference, Generic, Overload, TypeCannotCross, NotAMethod, Circle, SharedState]);
}
