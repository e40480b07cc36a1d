namespace Klotho;

/// <summary>
/// On a property of what is sent or kept, or on the constructor's parameter that it comes from: its value is for the code alone. Dead letters show
/// <c>***</c> in its place, and neither the log nor the answer to another unit repeats it when a handler or a called method fails with it in a
/// message. Traces hold no values of any member. What is written to a store or a queue holds it as it is: encrypt there.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SensitiveAttribute : Attribute;
