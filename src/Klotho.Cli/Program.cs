Console.WriteLine("klotho");
