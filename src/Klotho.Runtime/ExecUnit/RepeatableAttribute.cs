namespace Klotho;

/// <summary>
/// On a method of an interface by which other units call a class, or on the class's method: to run it twice with the same arguments is to run
/// it once. A call whose answer was lost, or that a proxy answers with status 502, 503 or 504, is made again, after a pause of random length,
/// until the call's deadline (<see cref="KlothoOptions.CallTimeout"/>). Without it a call is made again only where nothing has run.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RepeatableAttribute : Attribute;
